import { randomUUID } from "node:crypto";
import { version } from "../../package.json";

/** Which program this is and which of its processes: shown by the health pages and in error reports. */
export const instance = { version, instance: randomUUID() };
