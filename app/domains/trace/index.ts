export type { Relation } from "./relation";
