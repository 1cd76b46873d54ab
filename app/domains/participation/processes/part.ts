/** What a process can consist of. A kind is offered once its sub-domain is registered in `participation/parts.server.ts`. */
export const partKinds = ["contributions", "texts", "surveys", "budgets", "votes", "events", "planning"] as const;
export type PartKind = (typeof partKinds)[number];
