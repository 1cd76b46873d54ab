import { either, type Policy } from "~/platform/policy";
import { type GivenGroup, mayRunGroup, seesInside } from "../policy.server";

type Given = GivenGroup & { minuteTakerId: string };

/** Writes the minutes: who runs the group, and whoever took them over. */
export const mayWriteMinutes: Policy<Given> = either<Given>(
	mayRunGroup,
	(actor, { minuteTakerId }) => actor.kind === "person" && actor.personId === minuteTakerId,
);

/** Reads them before they are everybody's: who writes them; from circulation on everybody inside. */
export const mayReadMinutes: Policy<Given & { circulatedAt: Date | null }> = either<
	Given & { circulatedAt: Date | null }
>(mayWriteMinutes, (actor, given) => given.circulatedAt !== null && seesInside(actor, given));
