import { z } from "zod";
import { day, dayOrOpen, optionalId, tick } from "../form-fields";
import { benchKinds, memberFunctions } from "../group";
import { endReasons } from "./end-reason";

export const seatForm = z.object({
	person: z.union([z.literal(""), z.uuid("person-missing")]).default(""),
	givenName: z.string().trim().max(120, "person-missing").default(""),
	familyName: z.string().trim().max(120, "person-missing").default(""),
	benchKind: z.union([z.literal(""), z.enum(benchKinds)], "bench-missing").default(""),
	function: z.enum(memberFunctions, "choice-missing"),
	substituteForId: optionalId,
	onBehalfOf: z.string().trim().max(120, "behalf-missing").default(""),
	nameIsPublic: tick,
	firstDay: day,
	lastDay: dayOrOpen,
});

export const endSeatForm = z.object({ lastDay: day, reason: z.enum(endReasons, "choice-missing").default("other") });

/** A member leaves by their own act. */
export const resignForm = z.object({ lastDay: day });
