// What a resident sees while filling in a form. Values in, HTML out.
#pragma once

#include <vector>

#include "engines/catalogue/catalogue.hpp"
#include "engines/forms/forms.hpp"
#include "engines/payments/payments.hpp"
#include "engines/units/units.hpp"
#include "platform/ui/shell.hpp"

namespace one_stop::views {

struct Start {
  catalogue::Version version;
  int steps = 0;
  std::vector<forms::Choice> units;
  std::vector<forms::Draft> drafts;
  std::string unit;   // as chosen
  std::string ended;  // an older link named a unit that has ended; empty: none
  base::Date today;
  std::string problem;  // empty: none
  base::Html marks;
};
base::Html start(const ui::Frame& frame, const Start& start);

struct Step {
  const forms::Draft* draft;
  const catalogue::Version* version;
  const forms::Definition* form;
  const forms::Setting* setting;
  int step = 0;
  const std::vector<forms::Problem>* problems;
  bool kept_typing = false;  // the session had ended; what was typed is shown again
  std::string moved;         // the unit it was addressed to has ended; empty: it has not
  base::Instant now;
  base::Html marks;
};
base::Html step(const ui::Frame& frame, const Step& step);

struct Check {
  const forms::Draft* draft;
  const catalogue::Version* version;
  const forms::Definition* form;
  const forms::Setting* setting;
  const units::Unit* unit;
  const std::vector<forms::Problem>* problems;
  bool pressed = false;  // "submit"; before that, what is missing is no error yet
  std::string refusal;
  std::string moved;  // as in Step
  std::vector<payments::Line> fees;
  base::Html marks;
};
base::Html check(const ui::Frame& frame, const Check& check);

// Which of the units that took over a divided one the form goes to.
struct Choose {
  const forms::Draft* draft;
  const catalogue::Version* version;
  std::string old;
  const std::vector<units::Unit>* heirs;
  std::string problem;
  base::Html marks;
};
base::Html choose(const ui::Frame& frame, const Choose& choose);

// A step saved after the draft was submitted in another tab.
struct Late {
  std::string code;  // of the dossier
  std::vector<forms::Shown> typed;
};
base::Html late(const ui::Frame& frame, const Late& late);

}  // namespace one_stop::views
