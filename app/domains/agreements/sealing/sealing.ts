/** Why a seal has to wait. */
export const waitReasons = ["time-stamp", "certificate", "file", "paper", "failure"] as const;
export type WaitReason = (typeof waitReasons)[number];
