-- MRRLEDGER from a table `subscriptions` of account, starts, ends and mrr, in the order of accounts' names: what an
-- account pays as of the last day of a month; the end day itself is not covered.
WITH months AS (
  SELECT CAST(unnest(generate_series(date_trunc('month', min(starts)), max(greatest(starts, ends)), INTERVAL 1 MONTH)) AS DATE) AS month
  FROM subscriptions
)
SELECT account, month, fsum(mrr) AS mrr
FROM subscriptions JOIN months ON starts <= last_day(month) AND (ends IS NULL OR ends > last_day(month))
GROUP BY account, month
HAVING fsum(mrr) > 0
ORDER BY account, month;
