// A dossier whose published version turned out wrong, and how it could go on with the corrected
// one.
#pragma once

#include <string>
#include <vector>

#include "engines/casework/casework.hpp"
#include "engines/catalogue/catalogue.hpp"
#include "engines/forms/forms.hpp"
#include "services/one_stop/offers.hpp"

namespace one_stop {

// Where in the corrected flow a dossier may go on.
struct Course {
  std::string node;                         // the step of the same name; "" if one must be chosen
  std::vector<casework::Activity> choices;  // steps that are possible as the dossier stands
};
Course course_of(const casework::Flow& corrected, std::string_view node, const Standing& standing);

// What of the answers does not fit the corrected form, in the reader's language: what would be
// refused if it were submitted today, and what it does not ask any more. Empty: all of it fits.
std::vector<std::string> misfits(const forms::Definition& before,
                                 const forms::Definition& corrected, const forms::Answers& answers,
                                 const forms::Setting& setting);

}  // namespace one_stop
