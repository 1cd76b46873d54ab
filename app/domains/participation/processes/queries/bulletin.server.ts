import { houseAddress } from "~/platform/address.server";
import type { View } from "~/platform/world.server";
import { beginningOf, endOf } from "../schedule";
import { publicPost } from "./posts.server";
import { headOf, processToManage } from "./process-work.server";

/** The facts of which the text for the Mitteilungsblatt is made. @throws NotFound, Forbidden */
export async function bulletinPage(view: View, at: { place: string; process: string }) {
	const process = await processToManage(view, at);
	const responsible = await publicPost(view, process.responsiblePostId);
	const { space } = process.organisation;
	return {
		...headOf(view, process, at.place),
		summary: process.summary,
		decidedBy: process.decidedBy,
		answeredUntil: process.answeredUntil?.toISOString().slice(0, 10) ?? null,
		first: beginningOf(process.phases),
		last: endOf(process.phases),
		address: houseAddress(`/v/${process.code}`),
		phone: responsible?.phone ?? space?.phone ?? null,
		/** Where slips are handed in. */
		where: [space?.name ?? process.organisation.shortName, responsible?.label].filter(Boolean).join(", "),
	};
}
