import { NetworkPicture } from "~/design/network-picture";
import { useFormat, useText } from "~/platform/i18n";
import { layOut } from "../layout";
import { staffMessages } from "../staff-messages";
import type { PartyKind } from "../vocabulary";

type Node = { id: string; name: string; kind: PartyKind };
type Line = { key: string; from: { id: string }; to: { id: string }; uncertain: boolean };

/** The drawing of a network on a day. The more there is, the larger it gets, so that names can be read. */
export function Drawing({ nodes, ties, day }: { nodes: readonly Node[]; ties: readonly Line[]; day: string }) {
	const t = useText(staffMessages);
	const { dateLong } = useFormat();
	const side = Math.max(340, Math.round(Math.sqrt(nodes.length) * 130));
	const size = { width: Math.round(side * 1.35), height: Math.round(side * 0.8) };
	const ends = ties.map(({ from, to }) => ({ from: from.id, to: to.id }));
	const placed = new Map(
		layOut(
			nodes.map(({ id }) => id),
			ends,
			size,
		).map((one) => [one.id, one]),
	);
	return (
		<NetworkPicture
			id="netz"
			title={t("picture.drawing", { date: dateLong(day) })}
			description={t("picture.description", { nodes: nodes.length, ties: ties.length })}
			{...size}
			nodes={nodes.map(({ id, name, kind }) => ({
				...{ id, name, shape: kind === "PERSON" ? ("circle" as const) : ("box" as const) },
				...{ x: placed.get(id)?.x ?? 0, y: placed.get(id)?.y ?? 0 },
			}))}
			lines={ties.map(({ key, from, to, uncertain }) => ({ id: key, from: from.id, to: to.id, broken: uncertain }))}
		/>
	);
}
