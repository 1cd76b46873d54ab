export { loadFormRules } from "./commands/import-form-rules.server";
export { inForce } from "./queries/in-force.server";
export { verifyFile } from "./queries/verify-file.server";
export { brokenSealedHeads } from "./trail.server";
