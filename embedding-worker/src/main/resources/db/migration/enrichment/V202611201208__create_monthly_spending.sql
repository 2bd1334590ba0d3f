-- What an account used at the provider in a calendar month (UTC), in US dollars.
CREATE TABLE monthly_spending (
    user_id uuid NOT NULL,
    month date NOT NULL,
    calls bigint NOT NULL,
    input_tokens bigint NOT NULL,
    output_tokens bigint NOT NULL,
    cost numeric(16, 10) NOT NULL,
    CONSTRAINT monthly_spending_pkey PRIMARY KEY (user_id, month)
);

ALTER TABLE monthly_spending ENABLE ROW LEVEL SECURITY;
ALTER TABLE monthly_spending FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON monthly_spending
    USING (user_id = nullif(current_setting('app.user_id', true), '')::uuid)
    WITH CHECK (user_id = nullif(current_setting('app.user_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON monthly_spending TO ${app_role};
