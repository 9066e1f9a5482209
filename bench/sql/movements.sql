-- MRR movements of each month from a table `ledger` of account, day and mrr. Sums are compensated (fsum), as those of
-- the formulas are; every account stands in every month, with 0 where it has no row.
WITH monthly AS (
  SELECT account, CAST(date_trunc('month', day) AS DATE) AS month, fsum(mrr) AS mrr
  FROM ledger
  GROUP BY ALL
),
months AS (
  SELECT CAST(unnest(generate_series(min(month), max(month), INTERVAL 1 MONTH)) AS DATE) AS month FROM monthly
),
grid AS (
  SELECT account, month, coalesce(mrr, 0) AS e
  FROM (SELECT DISTINCT account FROM monthly) CROSS JOIN months LEFT JOIN monthly USING (account, month)
),
moved AS (
  SELECT month, e,
         lag(e, 1, 0) OVER by_month AS s,
         coalesce(max(e) OVER (by_month ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) > 0 AS has_paid
  FROM grid
  WINDOW by_month AS (PARTITION BY account ORDER BY month)
)
SELECT month,
       coalesce(fsum(s), 0) AS opening,
       coalesce(fsum(e) FILTER (s = 0 AND e > 0 AND NOT has_paid), 0) AS new,
       coalesce(fsum(e - s) FILTER (s > 0 AND e > s), 0) AS expansion,
       coalesce(fsum(s - e) FILTER (0 < e AND e < s), 0) AS contraction,
       coalesce(fsum(s) FILTER (s > 0 AND e = 0), 0) AS churned,
       coalesce(fsum(e) FILTER (s = 0 AND e > 0 AND has_paid), 0) AS reactivated,
       coalesce(fsum(e), 0) AS closing,
       fsum(e) FILTER (s > 0) / nullif(fsum(s), 0) AS nrr,
       fsum(least(s, e)) FILTER (s > 0) / nullif(fsum(s), 0) AS grr,
       count(*) FILTER (s > 0 AND e > 0) / nullif(count(*) FILTER (s > 0), 0) AS logo_retention
FROM moved
GROUP BY month
ORDER BY month;
