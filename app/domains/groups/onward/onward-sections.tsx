import { ButtonRow, LinkButton } from "~/design/button";
import { Flow, Section } from "~/design/layout";
import { TextDifference } from "~/design/text-difference";
import { CouncilPathSection } from "~/domains/council";
import { useFormat, useText } from "~/platform/i18n";
import { messages } from "./messages";
import type { Onward } from "./queries.server";

/** What staff makes of a recommendation: its way through the bodies, a measure, an agreement. */
export function OnwardActs({ onward: { acts, managePath } }: { onward: Onward }) {
	const t = useText(messages);
	const all = [...(managePath ? [{ href: managePath, label: t("path") }] : []), ...acts];
	if (all.length === 0) return null;
	return (
		<nav aria-label={t("acts")}>
			<ButtonRow>
				{all.map(({ href, label }) => (
					<LinkButton key={href} href={href} look="secondary" small>
						{label}
					</LinkButton>
				))}
			</ButtonRow>
		</nav>
	);
}

/** Where a recommendation is on its way, what it became, and how the resolution's wording differs from ours. */
export function OnwardSections({ onward: { path, became, differences } }: { onward: Onward }) {
	const t = useText(messages);
	const { dateLong } = useFormat();
	const words = { removed: t("differences.removed"), added: t("differences.added"), end: t("differences.end") };
	return (
		<>
			<CouncilPathSection path={path} />
			{became.length > 0 && (
				<Section id="daraus" title={t("became")}>
					<ul>
						{became.map(({ key, title, href, kindLabel, state }) => (
							<li key={key}>
								{`${kindLabel}: `}
								<a href={href}>{title}</a>
								{state && ` (${state})`}
							</li>
						))}
					</ul>
				</Section>
			)}
			{differences.length > 0 && (
				<Section id="vergleich" title={t("differences.title")} intro={t("differences.intro")}>
					{differences.map(({ code, title, body, sessionOn, pieces, same }) => (
						<Flow key={code}>
							<h3>{t("differences.of", { body, date: dateLong(sessionOn) })}</h3>
							{same ? <p>{t("differences.same")}</p> : <TextDifference pieces={pieces} words={words} />}
							<p>
								<a href={`/beschluss/${code}`}>
									{t("differences.read")}
									<span className="kern-sr-only">{`: ${title}`}</span>
								</a>
							</p>
						</Flow>
					))}
				</Section>
			)}
		</>
	);
}
