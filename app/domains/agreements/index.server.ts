export { loadFormRules } from "./commands/import-form-rules.server";
export { inForce } from "./queries/in-force.server";
export { openWork as agreementWork } from "./queries/open-work.server";
export { verifyFile } from "./queries/verify-file.server";
export { brokenSealedHeads } from "./trail.server";
