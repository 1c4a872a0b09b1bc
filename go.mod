module jianbao

go 1.26
