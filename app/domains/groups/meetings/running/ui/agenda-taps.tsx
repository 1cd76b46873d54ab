import { Badge } from "~/design/badge";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { Disclosure } from "~/design/disclosure";
import { Form } from "~/design/form";
import { Select } from "~/design/select";
import { useText } from "~/platform/i18n";
import { messages } from "../../../messages";
import { runningMessages } from "../messages";
import type { runningPage } from "../queries/running-page.server";
import type { Seat } from "./seat-taps";

type Item = Awaited<ReturnType<typeof runningPage>>["agenda"][number];

/** Every item: call it, close it, put it off, open a vote on it, and who is biased in it. */
export function AgendaTaps({
	agenda,
	seats,
	meeting,
	votes,
}: {
	agenda: readonly Item[];
	seats: readonly Seat[];
	/** Address of the meeting for who runs it, and of the group. */
	meeting: string;
	votes: string;
}) {
	return (
		<ol className="gw-taps">
			{agenda.map((item) => (
				<li key={item.id} id={`top-${item.id}`} className="gw-tap">
					<ItemTaps item={item} meeting={meeting} votes={votes} />
					{!item.recommendation && <Biases item={item} seats={seats} />}
				</li>
			))}
		</ol>
	);
}

function ItemTaps({ item, meeting, votes }: { item: Item; meeting: string; votes: string }) {
	const t = useText(runningMessages);
	const words = useText(messages);
	const { title } = item;
	const state = item.state === "called" || item.state === "done" || item.state === "postponed" ? item.state : "open";
	return (
		<>
			<p>
				<strong>{t("item", { position: String(item.position), title })}</strong>
				{!item.isPublic && ` (${words("closed")})`} <Badge>{t(`states.${state}`)}</Badge>
			</p>
			<Form inline id={`punkt-${item.id}`}>
				<ButtonRow>
					{state !== "called" && (
						<Button name="act" value={`call:${item.id}`} look="secondary" label={t("callLabel", { title })}>
							{t("call")}
						</Button>
					)}
					{state !== "done" && (
						<Button name="act" value={`done:${item.id}`} look="secondary" label={t("doneLabel", { title })}>
							{t("done")}
						</Button>
					)}
					{state !== "postponed" && !item.recommendation && (
						<Button name="act" value={`postpone:${item.id}`} look="secondary" label={t("postponeLabel", { title })}>
							{t("postpone")}
						</Button>
					)}
					{item.recommendation ? (
						<LinkButton look="secondary" href={`${votes}/empfehlungen/${item.recommendation}`}>
							{t("toVote")}
						</LinkButton>
					) : (
						<LinkButton look="secondary" href={`${meeting}/abstimmung/${item.id}`} label={t("voteLabel", { title })}>
							{t("vote")}
						</LinkButton>
					)}
				</ButtonRow>
			</Form>
		</>
	);
}

function Biases({ item, seats }: { item: Item; seats: readonly Seat[] }) {
	const t = useText(runningMessages);
	const words = useText(messages);
	const others = seats.filter(({ id }) => !item.biased.some((one) => one.id === id));
	return (
		<>
			{item.biased.length > 0 && (
				<p>{words("meeting.biasList", { names: item.biased.map(({ name }) => name).join(", ") })}</p>
			)}
			<Disclosure summary={t("bias")}>
				{item.biased.length > 0 && (
					<Form inline id={`zurueck-${item.id}`}>
						<ul>
							{item.biased.map(({ id, name }) => (
								<li key={id}>
									{name}{" "}
									<Button
										name="act"
										value={`bias-back:${item.id}:${id}`}
										look="tertiary"
										small
										label={t("biasBackLabel", { name })}
									>
										{t("biasBack")}
									</Button>
								</li>
							))}
						</ul>
					</Form>
				)}
				<Form id={`befangen-${item.id}`} hidden={{ act: `bias:${item.id}` }}>
					<Select
						name="membershipId"
						label={t("biasWho")}
						options={others.map(({ id, name }) => ({ value: id, label: name }))}
					/>
					<Button look="secondary">{t("biasSave")}</Button>
				</Form>
			</Disclosure>
		</>
	);
}
