-- question: the day each period of a report was first published
--   :report  its name   :known  the last batch known   :day  the day we look from
--   :before  the first edition that is not known
SELECT e.from_period, min(e.today)
  FROM edition AS e
 WHERE e.report = :report AND e.from_period = e.to_period AND e.today <= :day
   AND coalesce(e.batch_id, 0) <= :known AND e.edition_id < :before
 GROUP BY e.from_period
 ORDER BY e.from_period;
