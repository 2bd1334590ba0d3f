-- What time is it by the clock that enrichment changes are stamped with?
SELECT clock_timestamp() AS now
