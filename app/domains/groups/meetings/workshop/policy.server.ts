import type { Policy } from "~/platform/policy";
import { type GivenGroup, seesInside } from "../../policy.server";

/** Who belongs to the group or works for its owner writes at tables, gives points and adds photos. */
export const mayWorkAtTables: Policy<GivenGroup> = seesInside;
