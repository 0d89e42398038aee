-- offices whose own figure is not what their bureaux make, of what an import touched: all bureaux
-- that were there sent theirs and the sum differs, or some did and it is more already
--   temp.touched (indicator, period)   :batch   the import
WITH place AS (
  SELECT t.indicator, t.period,
         printf('%04d-%02d-01', t.period / 20,
                CASE WHEN t.period % 20 = 0 THEN 1 WHEN t.period % 20 < 13 THEN t.period % 20
                     WHEN t.period % 20 < 17 THEN (t.period % 20 - 13) * 3 + 1
                     ELSE (t.period % 20 - 17) * 6 + 1 END) AS day
    FROM temp.touched AS t),
bureau AS (
  SELECT o.office_id AS bureau_id, p.office_id, p.code, v.opened_on, v.closed_on,
         (SELECT max(e.happened_on) FROM event AS e
           WHERE e.office = o.code AND e.type = 'transformation_en_bit'
             AND e.becomes = v.bureau_of AND e.known_until = 2147483647) AS since
    FROM office_version AS v
    JOIN office AS o USING (office_id)
    JOIN office AS p ON p.code = v.bureau_of
   WHERE v.known_until = 2147483647)
SELECT b.code, i.code, t.period, own.value, i.decimals, sum(coalesce(n.value, 0)),
       max(own.batch_id = :batch) * own.line, count(n.figure_id) = count(*) AS is_complete
  FROM place AS t
  JOIN bureau AS b
    ON coalesce(b.since, '0') <= t.day AND coalesce(b.opened_on, '0') <= t.day
   AND coalesce(b.closed_on, '9') >= t.day
  JOIN indicator AS i ON i.indicator_id = t.indicator
  JOIN indicator_version AS v ON v.indicator_id = t.indicator AND v.known_until = 2147483647
   AND v.over_offices = 'sum'
  JOIN observation AS own
    ON own.figure_id = (t.indicator << 48) | (t.period << 30) | b.office_id AND own.state < 2
  LEFT JOIN observation AS n
    ON n.figure_id = (t.indicator << 48) | (t.period << 30) | b.bureau_id AND n.state < 2
 GROUP BY t.indicator, t.period, b.office_id
HAVING max(coalesce(n.batch_id, 0)) = :batch OR own.batch_id = :batch
 ORDER BY b.code, i.code, t.period;
