import { z } from "zod";
import { command } from "~/platform/act.server";
import { houseChain } from "~/platform/audit.server";
import { textFor } from "~/platform/i18n";
import { queueMail } from "~/platform/mail/queue.server";
import { done, refused } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import { messages } from "./messages";
import { readOperator } from "./operator.server";

export const barrier = z.object({
	where: z.string().trim().max(500, "too-long"),
	what: z.string().trim().min(5, "what-missing").max(4000, "too-long"),
	reply: z.union([z.literal(""), z.email("email-wrong")]),
});

/**
 * Sends a reported barrier to the operator (BITV 2.0 § 12b BGG: feedback mechanism). Anybody may.
 * Refusals: "nobody-there" as long as no operator is entered.
 */
export const reportBarrier = command("house.report-barrier", async (world, report: z.infer<typeof barrier>) => {
	const operator = await readOperator(world);
	if (!operator) return refused("nobody-there");
	const id = newId(world.now);
	const t = textFor("de", messages);
	await queueMail(world, {
		key: `barrier:${id}`,
		to: operator.email,
		letter: {
			locale: "de",
			subject: t("accessibility.mailSubject"),
			blocks: [{ quote: report.what }, report.where, report.reply].filter((block) => block !== ""),
			because: t("accessibility.mailBecause"),
			sender: { name: operator.name },
		},
	});
	world.record({ type: "house.barrier.reported", subject: { kind: "house", id: houseChain }, ownerId: null });
	return done(null);
});
