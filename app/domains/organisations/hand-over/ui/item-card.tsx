import { Badge } from "~/design/badge";
import { Button } from "~/design/button";
import { Card } from "~/design/card";
import { Disclosure } from "~/design/disclosure";
import { Form } from "~/design/form";
import { type Option, Select } from "~/design/select";
import { TextArea } from "~/design/text-area";
import type { Typed } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import { typedText } from "../../ui/typed";
import { messages } from "../messages";
import type { HandOverItemView } from "../queries/hand-overs.server";

const tones = { OPEN: "neutral", ACCEPTED: "success", REFUSED: "warning", SETTLED: "success" } as const;

/** One thing handed over, with what this reader may do with it. */
export function ItemCard({
	item,
	may,
	posts,
	typed,
	at,
}: {
	item: HandOverItemView;
	may: { take: boolean; settle: boolean };
	posts: readonly Option[];
	/** What was typed, when this item's form was refused. */
	typed: Typed | null;
	at(field: string): string | undefined;
}) {
	const t = useText(messages);
	const { date } = useFormat();
	const title = item.title ?? t("one.hidden");
	const open = item.state === "OPEN";
	const settles = may.settle && (open || item.state === "REFUSED");
	const said = item.decidedAt && {
		state: t(`itemStates.${item.state}`),
		day: date(item.decidedAt),
		name: item.decidedBy ?? "",
	};
	return (
		<Card
			title={title}
			href={item.href ?? undefined}
			state={<Badge tone={tones[item.state]}>{t(`itemStates.${item.state}`)}</Badge>}
		>
			{(item.subjectState || item.dueOn) && (
				<p>{[item.subjectState, item.dueOn && t("one.due", { day: date(item.dueOn) })].filter(Boolean).join(", ")}</p>
			)}
			{said && <p>{said.name ? t("one.decidedBy", said) : t("one.decided", said)}</p>}
			{item.reason && <p>{t("one.reason", { reason: item.reason })}</p>}
			{may.take && open && (
				<>
					<Form id={`annehmen-${item.id}`} inline hidden={{ act: "accept", item: item.id }}>
						<Button small label={t("one.acceptOf", { title })}>
							{t("one.accept")}
						</Button>
					</Form>
					<Disclosure summary={t("one.refuse")} open={typed?.act === "refuse"}>
						<Form id={`ablehnen-${item.id}`} hidden={{ act: "refuse", item: item.id }}>
							<TextArea
								name="reason"
								label={t("one.why")}
								hint={t("one.whyHint")}
								rows={2}
								value={typed?.act === "refuse" ? typedText(typed, "reason") : ""}
								error={typed?.act === "refuse" ? at("reason") : undefined}
							/>
							<Button small look="secondary" label={t("one.refuseOf", { title })}>
								{t("one.refuse")}
							</Button>
						</Form>
					</Disclosure>
				</>
			)}
			{settles && (
				<Disclosure summary={t("one.settle")} open={typed?.act === "settle" || item.state === "REFUSED"}>
					<Form id={`klaeren-${item.id}`} hidden={{ act: "settle", item: item.id }}>
						<TextArea
							name="reason"
							label={t("one.settleWhat")}
							rows={2}
							value={typed?.act === "settle" ? typedText(typed, "reason") : ""}
							error={typed?.act === "settle" ? at("reason") : undefined}
						/>
						{item.kind === "CONCERN" && (
							<Select
								name="post"
								optional
								label={t("one.settlePost")}
								empty={t("one.settlePostEmpty")}
								options={posts}
								value={typedText(typed, "post")}
								error={typed?.act === "settle" ? at("post") : undefined}
							/>
						)}
						<Button small look="secondary" label={t("one.settleOf", { title })}>
							{t("one.settle")}
						</Button>
					</Form>
				</Disclosure>
			)}
		</Card>
	);
}
