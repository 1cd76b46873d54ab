import { Button, ButtonRow } from "~/design/button";
import { Disclosure } from "~/design/disclosure";
import { Form } from "~/design/form";
import { TextField } from "~/design/text-field";
import { useFormat, useText } from "~/platform/i18n";
import { messages } from "../../../messages";
import { runningMessages } from "../messages";
import type { runningPage } from "../queries/running-page.server";

export type Seat = Awaited<ReturnType<typeof runningPage>>["seats"][number];

/** Every seat with its buttons; one field of time stands for all of them, so that one tap is enough. */
export function SeatTaps({ seats, time, error }: { seats: readonly Seat[]; time: string; error?: string }) {
	const t = useText(runningMessages);
	return (
		<Form id="sitze">
			{/* Enter in the field of time presses the first button of a form: this one, and no seat's. */}
			<button type="submit" name="act" value="" hidden />
			<TextField
				name="um"
				label={t("at")}
				hint={t("atHint")}
				width="short"
				inputMode="numeric"
				value={time}
				error={error}
				optional
			/>
			<ul className="gw-taps">
				{seats.map((seat) => (
					<SeatRow key={seat.id} seat={seat} />
				))}
			</ul>
		</Form>
	);
}

function SeatRow({ seat }: { seat: Seat }) {
	const t = useText(runningMessages);
	const words = useText(messages);
	const format = useFormat();
	const span = ({ arrivedAt, leftAt }: Seat["spans"][number]) =>
		t("span", {
			from: arrivedAt ? format.time(arrivedAt) : t("start"),
			until: leftAt ? format.time(leftAt) : t("open"),
		});
	const state = !seat.there ? t("away") : seat.there.by ? t("thereBy", { name: seat.there.by }) : t("there");
	return (
		<li id={`sitz-${seat.id}`} className="gw-tap">
			<p>
				<strong>{seat.name}</strong>, {words(`benches.${seat.bench}`)}: {state}
				{!seat.there && seat.reply && ` (${t(`said.${seat.reply}`)})`}
			</p>
			<ButtonRow>
				{(!seat.there || seat.there.id) && (
					<Button
						name="act"
						value={`arrive:${seat.id}`}
						look={seat.there ? "secondary" : "primary"}
						label={t("comeLabel", { name: seat.name })}
					>
						{t("come")}
					</Button>
				)}
				{seat.substitutes
					.filter(({ id }) => seat.there?.id !== id)
					.map((substitute) => (
						<Button
							key={substitute.id}
							name="act"
							value={`arrive:${seat.id}:${substitute.id}`}
							look="secondary"
							label={t("comeByLabel", { substitute: substitute.name, name: seat.name })}
						>
							{t("comeBy", { substitute: substitute.name })}
						</Button>
					))}
				{seat.there && (
					<Button name="act" value={`leave:${seat.id}`} look="secondary" label={t("goLabel", { name: seat.name })}>
						{t("go")}
					</Button>
				)}
			</ButtonRow>
			{seat.spans.length > 0 && (
				<Disclosure summary={seat.spans.map(span).join("; ")}>
					<ul>
						{seat.spans.map((one) => (
							<li key={one.id}>
								{span(one)}
								{one.by && ` (${one.by})`}{" "}
								<Button
									name="act"
									value={`remove:${one.id}`}
									look="tertiary"
									small
									label={t("removeLabel", { name: seat.name, span: span(one) })}
								>
									{t("remove")}
								</Button>
							</li>
						))}
					</ul>
				</Disclosure>
			)}
		</li>
	);
}
