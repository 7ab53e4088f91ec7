-- Every instance keeps the channels in memory: whatever changes them, by whichever way, is told when it is committed.
-- The body's semicolons are written \x3b, because the migration engine's driver cuts a script at each of them.
CREATE FUNCTION tell_of_channels() RETURNS trigger LANGUAGE plpgsql AS
  E'BEGIN PERFORM pg_notify(''channels_changed'', '''')\x3b RETURN NULL\x3b END';

CREATE TRIGGER channels_changed AFTER INSERT OR UPDATE OR DELETE ON "Channel"
  FOR EACH STATEMENT EXECUTE FUNCTION tell_of_channels();

CREATE TRIGGER channels_changed AFTER INSERT OR UPDATE OR DELETE ON "QuestionnaireVersion"
  FOR EACH STATEMENT EXECUTE FUNCTION tell_of_channels();

CREATE TRIGGER channels_changed AFTER UPDATE OF name, "nameEn" ON "Office"
  FOR EACH STATEMENT EXECUTE FUNCTION tell_of_channels();
