import { useText } from "~/platform/i18n";
import { messages } from "./messages";

export type PageFooterProps = {
	/** A number people can call, on every page; `hours` in words ("Mo–Fr 8–12 Uhr"). */
	phone: { number: string; hours?: string };
	imprintHref: string;
	privacyHref: string;
	accessibilityHref: string;
	/** Further links: easy language, help, feedback. */
	more?: readonly { href: string; label: string }[];
	/** Who answers for the page. */
	owner: string;
	/** Second line, such as name and version of the software. */
	note?: string;
};

/** A number must not be torn apart at the end of a line. */
function unbroken(number: string): string {
	return number.replaceAll(" ", "\u00a0").replaceAll("-", "\u2011");
}

/** Bottom of every page: a human to call, the pages the law demands, who answers for it. */
export function PageFooter({
	phone,
	imprintHref,
	privacyHref,
	accessibilityHref,
	more = [],
	owner,
	note,
}: PageFooterProps) {
	const t = useText(messages);
	const links = [
		{ href: imprintHref, label: t("page.imprint") },
		{ href: privacyHref, label: t("page.privacy") },
		{ href: accessibilityHref, label: t("page.accessibility") },
		...more,
	];
	return (
		<footer className="gw-footer">
			<div className="gw-container gw-footer__inside">
				<div className="gw-footer__phone">
					<p className="gw-footer__ask">{t("page.phoneTitle")}</p>
					<p>
						<a className="gw-footer__number" href={`tel:${phone.number.replace(/[^+\d]/g, "")}`}>
							<span className="kern-sr-only">{t("page.phone")} </span>
							{unbroken(phone.number)}
						</a>
					</p>
					{phone.hours && <p className="gw-footer__hours">{phone.hours}</p>}
				</div>
				<nav aria-label={t("page.footerNavigation")}>
					<ul className="gw-footer__links">
						{links.map((link) => (
							<li key={link.href}>
								<a href={link.href}>{link.label}</a>
							</li>
						))}
					</ul>
				</nav>
			</div>
			<div className="gw-container gw-footer__owner">
				<span>{owner}</span>
				{note && <span>{note}</span>}
			</div>
		</footer>
	);
}
