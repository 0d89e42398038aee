-- The same of one register: @ is its name.

-- it is known by versions, one at least …
SELECT 'history-missing', '@', r.@_id, NULL
  FROM @ AS r
 WHERE NOT EXISTS (SELECT 1 FROM @_version AS v WHERE v.@_id = r.@_id);

-- … one after another, without gap nor overlap, but where an undo left one …
WITH followed (id, from_id, until_id, next_id) AS (
  SELECT @_id, known_from, known_until,
         lead(known_from) OVER (PARTITION BY @_id ORDER BY known_from)
    FROM @_version)
SELECT CASE WHEN f.from_id >= f.until_id THEN 'history-backwards'
            WHEN f.next_id < f.until_id THEN 'history-overlap'
            ELSE 'history-gap' END,
       '@_version', f.id, f.from_id || '–' || f.until_id || coalesce(', ' || f.next_id, '')
  FROM followed AS f
  LEFT JOIN batch AS b ON b.batch_id = f.until_id
 WHERE f.from_id >= f.until_id
    OR f.next_id < f.until_id
    OR (f.next_id IS NOT f.until_id AND f.until_id <> 2147483647 AND b.undoes IS NULL);

-- … from one batch to another
SELECT 'history-unknown', '@_version', @_id, known_until
  FROM @_version
 WHERE known_until <> 2147483647 AND known_until NOT IN (SELECT batch_id FROM batch);
