import { z } from "zod";
import { day, dayOrOpen } from "../form-fields";
import { decisionKinds, stepStates } from "./life";

const said = z.string("text-missing").trim().min(5, "text-missing").max(5000, "text-missing");

export const stepForm = z.object({ state: z.enum(stepStates, "choice-missing"), text: said });

export const reviewForm = z.object({ result: said, nextOn: dayOrOpen });

export const replaceForm = z.object({
	olderCode: z.string("older-missing").trim().min(4, "older-missing").max(40, "older-missing"),
	fromDay: day,
});

export const particularsForm = z.object({
	kind: z.enum(decisionKinds, "choice-missing"),
	reasons: z.string().trim().max(10_000).default(""),
	validFrom: dayOrOpen,
	lastDay: dayOrOpen,
});
