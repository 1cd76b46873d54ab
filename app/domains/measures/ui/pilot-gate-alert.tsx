import { Alert } from "~/design/alert";
import { useFormat, useText } from "~/platform/i18n";
import { messages } from "../messages";
import type { MeasurePage } from "../queries/measure-page.server";

/** An exception as everybody reads it, for ever: who, from when to when, why. */
export function ShownException({ exception }: { exception: MeasurePage["exceptions"][number] }) {
	const t = useText(messages);
	const { date } = useFormat();
	const until = date(exception.until);
	return (
		<p>
			{t("page.exception", { name: exception.name ?? t("page.erased"), date: date(exception.on), until })}{" "}
			{t("page.exceptionReason", { reason: exception.reason })} {exception.over && t("page.exceptionOver", { until })}
		</p>
	);
}

/** What is missing before the pilot, or that nothing is, with the agreement or exception that opened the gate. */
export function PilotGate({
	gate,
	exception,
	exceptionHref,
}: {
	gate: NonNullable<MeasurePage["gate"]>;
	/** The one that counts today. */
	exception: MeasurePage["exceptions"][number] | undefined;
	/** Where this reader may allow an exception; null for everybody else. */
	exceptionHref: string | null;
}) {
	const t = useText(messages);
	const { agreement, missing } = gate;
	const isOpen = missing.length === 0;
	return (
		<Alert tone={isOpen ? "success" : "warning"} title={t(isOpen ? "page.gateOpen" : "page.gate")}>
			{!isOpen && (
				<>
					<p>{t("page.gateIntro")}</p>
					<ul>
						{missing.map((code) => (
							<li key={code}>{t(`refusals.${code}`)}</li>
						))}
					</ul>
				</>
			)}
			{exceptionHref && missing.includes("pilot-agreement-missing") && (
				<p>
					<a href={exceptionHref}>{t("page.allowException")}</a>
				</p>
			)}
			{agreement && (
				<p>
					<a href={agreement.href}>{t("page.agreement", { title: agreement.title })}</a>
				</p>
			)}
			{exception && <ShownException exception={exception} />}
		</Alert>
	);
}
