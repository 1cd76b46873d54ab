import { z } from "zod";
import { day, dayOrOpen, optionalId, tick } from "../form-fields";
import { benchKinds, memberFunctions } from "../group";

export const seatForm = z.object({
	person: z.union([z.literal(""), z.uuid("person-missing")]).default(""),
	givenName: z.string().trim().max(120, "person-missing").default(""),
	familyName: z.string().trim().max(120, "person-missing").default(""),
	benchKind: z.union([z.literal(""), z.enum(benchKinds)], "bench-missing").default(""),
	function: z.enum(memberFunctions, "choice-missing"),
	substituteForId: optionalId,
	nameIsPublic: tick,
	firstDay: day,
	lastDay: dayOrOpen,
});

export const endSeatForm = z.object({ lastDay: day });
