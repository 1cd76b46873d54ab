import { z } from "zod";
import { costClasses } from "../costs/cost-item";

const words = z.string().max(20_000).default("");
const costClass = z.enum(costClasses, "choose-one");

export const contractForm = z.object({
	title: words,
	parties: words,
	signedOn: words,
	startsOn: words,
	lastDay: words,
	noticeMonths: words,
	fileNumber: words,
	purpose: words,
	amounts: words,
	costClass,
});

export const changeContractForm = contractForm.extend({ revision: z.coerce.number().int().min(1) });

export const sheetForm = z.object({ costClass });

/** What was read from a table, sent along with the button that takes it over and checked again. */
export const takeSheetForm = z.object({
	costClass,
	rows: z.string().max(1_900_000),
	/** Sent by the form in which wrong rows are mended: they are looked at once more before anything counts. */
	mend: z.string().max(1).default(""),
});
