import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { groupById } from "../../../queries/find-group.server";

/** A table with its meeting and group, whoever asks; the caller asks the policy. @throws NotFound */
export async function tableFor(view: View, tableId: string) {
	const table = await view.db.workshopTable.findUnique({ where: { id: tableId }, include: { meeting: true } });
	if (!table) throw new NotFound();
	return { ...table, group: await groupById(view, table.meeting.groupId) };
}
