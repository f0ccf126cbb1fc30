//! A campaign that is restricted to one team, which speaks Spanish.

use crate::plan::{Mix, Plan, State, Zone};

pub(super) const PLAN: Plan = Plan {
    title: "Vota temprano (equipo en español)",
    script: "Hola {firstName}, le escribe Riverbend Votes. Puede votar hasta el sábado en {sitio}. \
             ¿Tiene alguna pregunta antes de ir?",
    zone: Zone::Named("America/Phoenix"),
    hours: (0, 24),
    state: State::Started,
    auto_assign: true,
    team_restricted: true,
    area_codes: &[520, 602],
    fields: &[(
        "sitio",
        &[
            "la biblioteca Cholla",
            "la escuela Desert View",
            "el centro Encanto",
        ],
    )],
    dialogues: &[
        &[
            "¿Hay alguien que hable español en la mesa?",
            "Sí, siempre hay al menos dos personas.",
            "Qué bueno. ¿A qué hora abren?",
            "De 8 a 19 horas, también el sábado.",
            "Gracias. ¿Puedo llevar a mis hijos?",
        ],
        &["Ya voté, gracias 🙏", "¡Excelente, muchas gracias!"],
        &[
            "Soy residente pero no ciudadana, ¿puedo votar?",
            "Para esta elección hay que ser ciudadana. Tenemos ayuda gratuita para la solicitud, ¿le interesa?",
            "Sí, ¿cuánto tarda?",
        ],
        &["No me llegó la boleta"],
        &[
            "Mi mamá no puede salir de casa. ¿Puede votar por correo?",
            "Sí, y alguien puede llevarle la boleta. ¿En qué zona vive?",
            "Cerca de la avenida 35",
        ],
        &[
            "¿Qué identificación piden?",
            "Licencia, tarjeta tribal o dos recibos con su dirección.",
            "Tengo un recibo nada más",
        ],
    ],
    mix: Mix {
        unsent: 54,
        messaged: 79,
        talking: 28,
        closed: 10,
        stopped: 3,
        held: 14,
        reassigned: 0,
        released: 0,
        pooled: 7,
    },
};
