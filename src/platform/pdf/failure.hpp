// What ends the making or signing of a PDF when it is nobody's wrong value.
#pragma once

#include <stdexcept>

namespace pdf {

// The bytes are no PDF we can work on, a field is missing or already signed, a key does not fit.
struct Failure : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace pdf
