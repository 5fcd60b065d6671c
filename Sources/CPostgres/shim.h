#ifndef CHEESEBOARD_POSTGRES_SHIM_H
#define CHEESEBOARD_POSTGRES_SHIM_H

#include <libpq-fe.h>

// Character constants are macros that Swift does not see.
static const int CHEESEBOARD_DIAG_SQLSTATE = PG_DIAG_SQLSTATE;
static const int CHEESEBOARD_DIAG_MESSAGE = PG_DIAG_MESSAGE_PRIMARY;

#endif
