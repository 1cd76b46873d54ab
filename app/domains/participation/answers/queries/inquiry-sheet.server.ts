import { findPass, withPass } from "~/domains/accounts/index.server";
import { NotFound } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import type { View, World } from "~/platform/world.server";
import { processAt, processById } from "../../processes/index.server";
import { inquiriesPath } from "../addresses";
import { everythingReleased } from "../commands/reply-to-inquiry.server";
import { idFrom } from "../forms";
import { mayReply } from "../inquiry";
import { inquiryPurpose, mayAnswer } from "../policy.server";
import { askedAbout } from "./asked-about.server";

type SheetAt = { token: string } | { place: string; process: string; inquiry: string };

export function sheetAt(params: { token?: string; place?: string; process?: string; inquiry?: string }): SheetAt {
	const { token, place, process, inquiry } = params;
	if (token) return { token };
	if (!place || !process || !inquiry) throw new NotFound();
	return { place, process, inquiry };
}

/** Where somebody with a link that is over is told whom to call; null for every other way here. */
export async function deadLinkPath(view: Pick<View, "db" | "now">, at: SheetAt): Promise<string | null> {
	if (!("token" in at) || (await findPass(view, at.token, inquiryPurpose))) return null;
	return `/fachamt/${at.token}`;
}

/** Who writes into the list: the bearer of the department's link, or whoever is signed in. @throws NotFound */
export function sheetWriter(world: World, at: SheetAt): Promise<World> | World {
	return "token" in at ? withPass(world, at.token, inquiryPurpose) : world;
}

/**
 * A question as a list, for the department by its link or for the officer: only what is public about the contributions.
 * @throws NotFound, also for links that are over
 */
export async function inquirySheet(view: View, at: SheetAt) {
	const id = await inquiryIdAt(view, at);
	const inquiry = await view.db.inquiry.findUnique({ where: { id } });
	if (!inquiry) throw new NotFound();
	const process = await processById(view, inquiry.processId);
	const about = (await askedAbout(view, [id], { locale: view.locale, shown: true })).get(id) ?? [];
	const path = "token" in at ? `/fachamt/${at.token}` : `${inquiriesPath(at.place, at.process)}/${id}`;
	return {
		id,
		path,
		backPath: "token" in at ? path : inquiriesPath(at.place, at.process),
		process: process.title,
		place: process.organisation.space?.slug ?? "",
		office: inquiry.office,
		question: inquiry.question,
		dueOn: inquiry.dueOn,
		revision: inquiry.answerRevision,
		answeredBy: inquiry.answeredBy,
		mayReply: mayReply({ withdrawnAt: inquiry.withdrawnAt, allReleased: await everythingReleased(view, id) }),
		contributions: about.map(({ body: _, href: _href, ...asked }) => asked),
	};
}

async function inquiryIdAt(view: View, at: SheetAt): Promise<string> {
	if ("token" in at) {
		const pass = await findPass(view, at.token, inquiryPurpose);
		if (!pass) throw new NotFound();
		return pass.subject.id;
	}
	const process = await processAt(view, at);
	demand(mayAnswer, view.actor, process);
	const found = await view.db.inquiry.findFirst({
		where: { id: idFrom(at.inquiry), processId: process.id },
		select: { id: true },
	});
	if (!found) throw new NotFound();
	return found.id;
}
