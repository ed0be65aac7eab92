"""The grounds of the Woo in the language of the screen; documents name them in Dutch alone."""

from lrt_desk.i18n import t
from lrt_desk.model.publication import Ground


def ground_name(ground: Ground) -> str:
    """Name what a ground protects (Woo art. 5.1, 5.2 and 5.4)."""
    return {
        Ground.CROWN: t("Eenheid van de Kroon"),
        Ground.STATE_SECURITY: t("Veiligheid van de Staat"),
        Ground.BUSINESS_DATA: t("Bedrijfs- en fabricagegegevens (vertrouwelijk verstrekt)"),
        Ground.SPECIAL_PERSONAL_DATA: t("Bijzondere persoonsgegevens"),
        Ground.IDENTIFICATION_NUMBERS: t("Identificatienummers"),
        Ground.FOREIGN_RELATIONS: t("Internationale betrekkingen"),
        Ground.STATE_FINANCES: t("Economische of financiële belangen van de Staat"),
        Ground.PROSECUTION: t("Opsporing en vervolging"),
        Ground.INSPECTION: t("Inspectie, controle en toezicht"),
        Ground.PRIVACY: t("Persoonlijke levenssfeer"),
        Ground.COMPETITION: t("Concurrentiegevoelige gegevens"),
        Ground.ENVIRONMENT: t("Milieu"),
        Ground.SECURITY: t("Beveiliging van personen en bedrijven"),
        Ground.FUNCTIONING_OF_STATE: t("Goed functioneren van de Staat"),
        Ground.DISPROPORTIONATE_HARM: t("Onevenredige benadeling"),
        Ground.POLICY_OPINIONS: t("Persoonlijke beleidsopvattingen"),
        Ground.FORMATION: t("Formateur"),
    }[ground]
