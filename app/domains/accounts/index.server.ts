export { readActor, watchActor } from "./actor.server";
export { emailAddress } from "./address";
export { inviteFirstOperator, inviteToOne } from "./commands/invite.server";
export { findPass, makeLink, revokeLinks, spendLink as useLink, withPass } from "./links.server";
export { ablePeople } from "./queries/able-people.server";
export { peopleWithRoles } from "./queries/people-with-roles.server";
export { personNames } from "./queries/person-names.server";
export { hadRoleWithin } from "./queries/recent-role.server";
