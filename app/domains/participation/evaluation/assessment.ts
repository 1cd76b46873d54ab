import { type CheckPoint, checkPoints } from "../processes/check";

/** The ten principles of the Allianz Vielfältige Demokratie, looked back on (participation-practice.md, 2.3). */
export const principles = checkPoints;
export type Principle = CheckPoint;

export const grades = ["kept", "partly", "missed"] as const;
export type Grade = (typeof grades)[number];

export const remarkMost = 1000;
export const reportMost = 40_000;
