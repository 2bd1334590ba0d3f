-- Deletes everything an account has in this schema, whichever tables there are.
SELECT delete_account_rows(:userId) IS NULL AS done
