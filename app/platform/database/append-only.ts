/**
 * Tables whose rows the application's role may write and read, but never change or delete: evidence that even a mistake or
 * an intruder in the application cannot rewrite. Names as in the database.
 */
export const appendOnlyTables: string[] = [
	"audit_event",
	"audit_anchor",
	"answer_revision",
	"answer_update",
	"agreement_version",
	"agreement_slot",
	"agreement_confirmation",
	"agreement_scan",
	"agreement_scan_check",
	"agreement_version_annex",
	"agreement_sealed_document",
	"agreement_representation",
	"agreement_approval_step",
	"agreement_qualified_signature",
	"agreement_qualified_check",
	"agreement_slot_reminder",
	"agreement_share",
	"agreement_settlement",
	"agreement_settlement_acknowledgement",
	"measure_transition",
	"cast_ballot",
	"group_secret_ballot",
	"group_certification_refusal",
];
