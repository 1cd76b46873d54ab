export { readActor } from "./actor.server";
export { inviteFirstOperator } from "./commands/invite.server";
export { endRole, grantRole } from "./commands/roles.server";
export { emailAddress } from "./address";
export { limit } from "./limits.server";
export { makeLink, revokeLinks, useLink, withPass } from "./links.server";
export { demandStepUp } from "./step-up.server";
