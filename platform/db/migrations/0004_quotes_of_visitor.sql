-- A visitor's old quotes are looked up, and dropped, with each new one.
CREATE INDEX quote_by_visitor ON quote (tenant_id, program_id, visitor_id);
