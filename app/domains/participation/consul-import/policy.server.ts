import type { Policy } from "~/platform/policy";
import { mayManageProcesses } from "../processes/index.server";

/** Takes processes over from another platform: whoever makes processes. */
export const mayImport: Policy<{ organisationId: string }> = mayManageProcesses;
