/**
 * Tables whose rows the application's role may write and read, but never change or delete: evidence that even a mistake or
 * an intruder in the application cannot rewrite. Names as in the database.
 */
export const appendOnlyTables: string[] = ["audit_event", "answer_revision", "measure_transition"];
