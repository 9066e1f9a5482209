-- Retention between two days, from subscriptions: an oracle that shares no code with the formulas.
-- A subscription counts on a day when it has started and not ended; the end day itself is not covered.
WITH listed AS (
  SELECT account_id FROM read_csv($accounts, header = true, all_varchar = true)
),
billed AS (
  SELECT account_id,
         CAST(start_date AS DATE) AS starts,
         CAST(end_date AS DATE) AS ends,
         CAST(mrr_amount AS DOUBLE) AS mrr
  FROM read_csv($subscriptions, header = true, all_varchar = true)
),
pairs AS (
  SELECT account_id,
         coalesce(fsum(mrr) FILTER (starts <= CAST($from AS DATE) AND (ends IS NULL OR ends > CAST($from AS DATE))), 0) AS s,
         coalesce(fsum(mrr) FILTER (starts <= CAST($to AS DATE) AND (ends IS NULL OR ends > CAST($to AS DATE))), 0) AS e
  FROM billed
  GROUP BY account_id
)
SELECT fsum(e) FILTER (s > 0) / fsum(s) FILTER (s > 0) AS nrr,
       fsum(least(s, e)) FILTER (s > 0) / fsum(s) FILTER (s > 0) AS grr,
       count(*) FILTER (s > 0 AND e > 0) / nullif(count(*) FILTER (s > 0), 0) AS logo_retention,
       fsum(greatest(e - s, 0)) FILTER (s > 0) / fsum(s) FILTER (s > 0) AS expansion_rate,
       coalesce(fsum(s - e) FILTER (0 < e AND e < s), 0) / fsum(s) FILTER (s > 0) AS contraction_rate,
       count(*) FILTER (s > 0) AS accounts_with_opening_mrr,
       coalesce(fsum(s) FILTER (s > 0), 0) AS opening_mrr,
       coalesce(fsum(e) FILTER (s > 0), 0) AS closing_mrr,
       coalesce(list(account_id ORDER BY account_id) FILTER (s < 0 OR e < 0), []) AS below_zero,
       coalesce(list(account_id ORDER BY account_id) FILTER (account_id NOT IN (SELECT account_id FROM listed)), []) AS not_listed
FROM pairs;
