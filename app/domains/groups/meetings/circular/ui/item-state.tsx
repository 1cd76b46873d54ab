import { Alert } from "~/design/alert";
import { useText } from "~/platform/i18n";
import { benchKind } from "../../../group";
import { messages } from "../../../messages";
import { circularMessages } from "../messages";
import type { circularPage } from "../queries/circular-page.server";

type Item = Awaited<ReturnType<typeof circularPage>>["items"][number];

/** What is asked in an item, how many have answered, objections, and the votes once it is over. */
export function ItemState({ item }: { item: Item }) {
	const t = useText(circularMessages);
	const words = useText(messages);
	return (
		<>
			<p>
				<strong>{t("proposal")}:</strong> {item.proposal}
			</p>
			<p>{t("count", { answered: String(item.answered), asked: String(item.asked) })}</p>
			{item.objected && (
				<Alert tone="warning" title={t("objected")} level={3}>
					<ul>
						{item.objections.map(({ name, reason }) => (
							<li key={name}>{t("objection", { name, reason })}</li>
						))}
					</ul>
				</Alert>
			)}
			{item.votes && !item.objected && (
				<ul>
					{item.votes.map(({ bench, yes, no, abstain }) => (
						<li key={bench}>
							{t("votes", {
								bench: words(`benches.${benchKind(bench)}`),
								yes: String(yes),
								no: String(no),
								abstain: String(abstain),
							})}
						</li>
					))}
				</ul>
			)}
		</>
	);
}
