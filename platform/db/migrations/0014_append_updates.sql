-- One round trip for each commit of edits: enters the tenant, takes the numbers under the document's row lock, stores the
-- updates, and wakes other processes if and when that commits.
CREATE FUNCTION append_doc_updates(
  tenant uuid, document uuid, datas bytea[], crcs bigint[], authors text[], wake_channel text
) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  newest bigint;
BEGIN
  PERFORM set_config('app.tenant', tenant::text, true);
  -- Held until the commit: numbers become visible in their order, without gaps.
  UPDATE doc SET head = head + cardinality(datas) WHERE tenant_id = tenant AND id = document RETURNING head INTO newest;
  IF newest IS NULL THEN
    RETURN NULL;
  END IF;
  INSERT INTO doc_update (tenant_id, doc_id, seq, data, crc, author)
  SELECT tenant, document, newest - cardinality(datas) + given.place, given.data, given.crc, given.author
  FROM unnest(datas, crcs, authors) WITH ORDINALITY AS given (data, crc, author, place);
  IF wake_channel IS NOT NULL THEN
    PERFORM pg_notify(wake_channel, json_build_object('kind', 'appended', 'docId', document, 'seq', newest)::text);
  END IF;
  RETURN newest;
END $$;

REVOKE ALL ON FUNCTION append_doc_updates FROM PUBLIC;
GRANT EXECUTE ON FUNCTION append_doc_updates TO shopwright_app;
