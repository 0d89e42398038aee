-- round() of a floating number to some places, a half away from zero, as SQLite and DuckDB have it: views.sql
-- and the questions of relais-queries(7) use it. PostgreSQL's own takes a half to the even number.
CREATE OR REPLACE FUNCTION round(double precision, integer) RETURNS double precision
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS 'SELECT CASE $2 WHEN 0 THEN sign($1) * floor(abs($1) + 0.5)
                   ELSE CAST(round(CAST($1 AS numeric), $2) AS double precision) END';

-- What finds the figures of an indicator, an office or an import among millions, in PostgreSQL; DuckDB
-- reads columns, and needs none.
CREATE UNIQUE INDEX IF NOT EXISTS v_observation_key ON v_observation (indicator, period, office);
CREATE INDEX IF NOT EXISTS v_observation_office ON v_observation (office, period);
CREATE INDEX IF NOT EXISTS v_observation_batch ON v_observation (batch);
CREATE INDEX IF NOT EXISTS v_history_key ON v_history (indicator, period, office, known_on);
CREATE UNIQUE INDEX IF NOT EXISTS v_office_key ON v_office (code);
CREATE UNIQUE INDEX IF NOT EXISTS v_indicator_key ON v_indicator (code);
CREATE UNIQUE INDEX IF NOT EXISTS v_batch_key ON v_batch (batch);
