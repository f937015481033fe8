-- A wait that came after too many others: it is remembered and opens nothing (docs/decisions/0011).
ALTER TABLE "number_wait"
    DROP CONSTRAINT "number_wait_outcome_check",
    ADD CONSTRAINT "number_wait_outcome_check" CHECK ("outcome" IN ('opened', 'refused', 'replaced', 'crowded'));
