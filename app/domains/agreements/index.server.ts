export { handedOver } from "./afterwards/queries/handover.server";
export { inForce } from "./afterwards/queries/in-force.server";
export { agreementFromRecommendation } from "./drafting/from-recommendation.server";
export { loadFormRules } from "./form-rules/commands/import-form-rules.server";
export { openWork as agreementWork } from "./queries/open-work.server";
export { sealOfHouse } from "./sealing/queries/house-seal.server";
export { verifyFile } from "./sealing/queries/verify-file.server";
export { brokenSealedHeads } from "./sealing/trail.server";
export { loadTemplates } from "./templates/commands/load-templates.server";
