-- Retention of each cohort in each month from a table `ledger` of account, day and mrr: month of the cohort, its accounts,
-- months since, and the ratios of accounts, of MRR, and of MRR without growth.
WITH monthly AS (
  SELECT account, CAST(date_trunc('month', day) AS DATE) AS month, fsum(mrr) AS mrr
  FROM ledger
  GROUP BY ALL
),
begun AS (
  SELECT account, min(month) AS cohort, arg_min(mrr, month) AS at_first
  FROM monthly
  WHERE mrr > 0
  GROUP BY account
),
followed AS (
  SELECT account, cohort, at_first,
         unnest(range(1 + date_diff('month', cohort, (SELECT max(month) FROM monthly)))) AS since
  FROM begun
)
SELECT cohort, CAST(count(*) AS INTEGER) AS accounts, CAST(since AS INTEGER) AS since,
       count(*) FILTER (mrr > 0) / count(*) AS logo,
       coalesce(fsum(mrr), 0) / fsum(at_first) AS net,
       fsum(least(coalesce(mrr, 0), at_first)) / fsum(at_first) AS gross
FROM followed
LEFT JOIN monthly ON monthly.account = followed.account AND month = cohort + to_months(CAST(since AS INTEGER))
GROUP BY cohort, since
ORDER BY cohort, since;
