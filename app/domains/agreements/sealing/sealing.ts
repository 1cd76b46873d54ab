/** Why a seal has to wait. */
export const waitReasons = ["time-stamp", "certificate", "key", "file", "paper", "failure"] as const;
export type WaitReason = (typeof waitReasons)[number];
