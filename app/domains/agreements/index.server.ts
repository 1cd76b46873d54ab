export { handedOver } from "./afterwards/queries/handover.server";
export { inForce } from "./afterwards/queries/in-force.server";
export { loadFormRules } from "./form-rules/commands/import-form-rules.server";
export { verifyFile } from "./sealing/queries/verify-file.server";
export { brokenSealedHeads } from "./sealing/trail.server";
